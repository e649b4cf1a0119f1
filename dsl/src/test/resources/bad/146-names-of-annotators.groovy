record Item(String id, String prompt, String a, String b, String human) {}
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def terse = judge('terse') { model 'm3'; directComparison() }
def items = read(Item, 'items.jsonl')
def panel = jury('strict') { jurors strict, helpful }
def bench = debate('panel') { seat 'a', strict; seat 'b', helpful }
def again = discussion('panel') { between strict, helpful }
def blank = jury('') { jurors strict, helpful }
items.compare(strict).into dpo('out')
agreement('out', items.compare(panel)) { against { it.human } }
agreement('a/b', items.compare(panel)) { against { it.human } }
