record Item(String id, String prompt, String a, String b, String human) {}
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def terse = judge('terse') { model 'm3'; directComparison() }
def items = read(Item, 'items.jsonl')
def likely = judge('likely') { model 'm4'; probabilityTrue(); tools 'calculator' }
def expected = judge('expected') { model 'm5'; expectedScore(); ownAnswerFirst() }
items.compare(likely).into dpo('out')
items.compare(expected).into dpo('also')
