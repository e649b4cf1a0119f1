@Param(help = "x") int rounds = new Random().nextInt()
