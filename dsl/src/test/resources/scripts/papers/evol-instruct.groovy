about 'Instructions are made harder round by round; every round is kept, answered and cleaned.'

record Seed(String id, String prompt) {}
record Round(String id, String prompt, int round) {}

def deeper = agent('deeper') { temperature 1; prompt 'Make this instruction need one more step of reasoning. Reply with it alone.\n\n{{prompt}}' }
def broader = agent('broader') { temperature 1; prompt 'Write an instruction of the same field that is rarer. Reply with it alone.\n\n{{prompt}}' }
def answerer = agent('answerer') { prompt '{{prompt}}' }

def seeds = read(Seed, 'seeds.jsonl')
def once = seeds.map(Round) { new Round(it.id, it.prompt, 1) }.ask(into: 'prompt', Round, deeper)
def twice = once.ask(into: 'prompt', Round, deeper).map(Round) { new Round(it.id, it.prompt, 2) }
def aside = once.ask(into: 'prompt', Round, broader)

once.gates('prompt') { whole(); residue() }.dedupe(near: 0.7) { it.prompt }.generate(answerer).into sft('round-1')
twice.gates('prompt') { whole(); residue() }.dedupe(near: 0.7) { it.prompt }.generate(answerer).into sft('round-2')
aside.gates('prompt') { whole(); residue() }.dedupe(near: 0.7) { it.prompt }.generate(answerer).into sft('broader')
