record Item(String id, String prompt, String a, String b, String human) {}
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def terse = judge('terse') { model 'm3'; directComparison() }
def items = read(Item, 'items.jsonl')
def panel = jury('panel') { jurors strict, helpful; rounds 2 }
def bench = debate('bench') { seat 'a', strict; seat 'b', helpful; setle majority }
def inner = debate('inner') { jury('panel') { } }
