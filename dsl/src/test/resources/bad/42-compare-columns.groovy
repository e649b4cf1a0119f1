record Item(String id, String prompt, String left, String right) {}
def j = judge("j") { directComparison() }
read(Item, "x").compare(j).into dpo("one")
read(Item, "x").compare(j, "left", "rigth").into dpo("two")
