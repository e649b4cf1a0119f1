// Harmless: agreement with labels.
record Item(String id, String prompt, String a, String b, Label human) {}
def j = judge('j') { scoring outOf: 10 }
agreement('agreement', read(Item, 'labelled.jsonl').compare(j)) { against { it.human }; kappa(); intervals 0.9 }
