record Item(String id, String prompt, String a, String b, String human) {}
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def terse = judge('terse') { model 'm3'; directComparison() }
def items = read(Item, 'items.jsonl')
def wise = judge('wise') {
    model 'm4'
    reference '{{solutoin}}'
    persona 'a {{age}} year old'
    contexts 'for {{promt}}', 'for all'
}
def panel = jury('panel') { jurors strict, wise }
items.compare(panel).into dpo('out')
