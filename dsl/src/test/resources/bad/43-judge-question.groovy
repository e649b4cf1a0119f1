record Item(String id, String text, String a, String b) {}
def j = judge("j") { oneOrder() }
read(Item, "x").compare(j).into dpo("one")
