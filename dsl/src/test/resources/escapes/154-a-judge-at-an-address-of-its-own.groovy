// process, file, network: tries a judge at an address of its own.
record Pair(String prompt, String a, String b) {}
def j = judge('j') { model 'http://127.0.0.1:@PORT@/v1#x' }
read(Pair, 'sample.jsonl').compare(j).into jsonl('rows')
