// Harmless: sorting.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ['b', 'a'].sort() == ['a', 'b'] && [3, 1, 2].max() == 3 && ['bb', 'a'].min { it.size() } == 'a' }.into jsonl('rows')
