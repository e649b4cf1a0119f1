record Item(String id, String prompt, String a, String b, String human) {}
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def terse = judge('terse') { model 'm3'; directComparison() }
def items = read(Item, 'items.jsonl')
def direct = judge('direct') { model 'm4'; directComparison(); criterion 'accuracy', 'Is every claim true?' }
def likely = judge('likely') { model 'm5'; probabilityTrue(); criterion 'accuracy', 'Is every claim true?' }
items.compare(direct).into dpo('out')
items.compare(likely).into dpo('also')
