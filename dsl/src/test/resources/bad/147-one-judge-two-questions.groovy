record Item(String id, String prompt, String a, String b) {}
record Order(String id, String instruction, String a, String b) {}
def strict = judge('strict') { model 'm1' }
read(Item, 'items.jsonl').compare(strict).into dpo('one')
read(Order, 'orders.jsonl').compare(strict).into dpo('two')
