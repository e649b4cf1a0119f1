record Item(String id, String prompt, String a, String b, String human) {}
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def terse = judge('terse') { model 'm3'; directComparison() }
def items = read(Item, 'items.jsonl')
def odd = discussion('odd') { between strict, helpful; turns 3 }
def silent = discussion('silent') { turns 4 }
def three = discussion('three') { between strict, helpful; between strict, terse }
