about 'A judge compares two answers.'

@Param(help = 'JSONL with id, prompt, a, b') Path items = 'sample.jsonl'

record Item(String id, String prompt, String a, String b) {}

def referee = judge('referee') { model 'judge'; scoring outOf: 10 }

read(Item, items).compare(referee, 'a', 'b').pairs().into dpo('pairs')
