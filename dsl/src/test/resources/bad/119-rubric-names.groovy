record Item(String id, String prompt, String a, String b, String human) {}
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def terse = judge('terse') { model 'm3'; directComparison() }
def items = read(Item, 'items.jsonl')
def rubric = judge('rubric') {
    model 'm4'
    criterion 'accuracy', 'Is every claim true?'
    criterion weight: 2, 'accuracy', 'Is it right?'
    criterion 'Does it read well?', 'style'
}
items.compare(rubric).into dpo('out')
