@Param(help = "x") def rounds = 3
