record Item(String id, String prompt, String a, String b, String human) {}
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def terse = judge('terse') { model 'm3'; directComparison() }
def items = read(Item, 'items.jsonl')
items.compare(strict).people(share: 0).into dpo('none')
items.compare(strict).people(share: 20).into dpo('many')
items.compare(strict).people([:]).into dpo('untold')
