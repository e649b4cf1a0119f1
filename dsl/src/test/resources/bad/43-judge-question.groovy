record Item(String id, String instruction, String a, String b) {}
def j = judge("j") { oneOrder() }
read(Item, "x").compare(j).into dpo("one")
