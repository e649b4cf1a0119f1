// Harmless: labels in a leaf.
record Item(String id, String prompt, String a, String b, Label human) {}
def j = judge('j') { scoring outOf: 10 }
read(Item, 'labelled.jsonl').filter { it.human != null && it.human != Label.tie }.compare(j).into dpo('pairs')
