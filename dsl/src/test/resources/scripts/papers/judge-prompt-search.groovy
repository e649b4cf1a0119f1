about 'Which of sixty system prompts makes the best judge? Each is held against what people said.'

record Pairwise(String id, String prompt, String a, String b, String human) {}
record Prompted(String id, String prompt, String a, String b, String human, String opener, String task, String closer) {}
record Reply(@OneOf(['a', 'b', 'tie']) String better) {}
record Judged(String id, String human, String opener, String task, String closer, String better) {}
record Hit(String id, String opener, String task, String closer, boolean right) {}

def judge = agent('judge', Reply) {
    temperature 0
    system '{{opener}} {{task}} {{closer}}'
    prompt 'Question: {{prompt}}\nA: {{a}}\nB: {{b}}'
}

def hits = read(Pairwise, 'pairs.jsonl')
    .cross(Prompted,
        opener: ['You are an expert.', 'You are a strict examiner.', 'You love good answers.', 'Take a breath.', 'Be fair.'],
        task: ['Say which answer is better.', 'Say which answer helps more.', 'Say which answer is more accurate.'],
        closer: ['Think first.', 'Be brief.', 'Length is no merit.', 'This matters a lot.'])
    .ask(Judged, judge)
    .map(Hit) { new Hit(it.id, it.opener, it.task, it.closer, it.better == it.human) }
hits.into jsonl('hits', by: ['opener', 'task', 'closer'])
