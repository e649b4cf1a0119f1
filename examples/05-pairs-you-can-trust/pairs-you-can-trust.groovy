about 'Four drafts, two judges; doubles, residue and weak labels go, and reading ends at six good pairs.'

@Param(help = 'JSONL with id and prompt') Path prompts = 'prompts.jsonl'
@Param(help = 'pairs that are wanted', min = 1) int wanted = 6

record Task(String id, String prompt) {}

budget usd: 2

def writer = agent('writer') {
    model 'writer'
    maxTokens 200
    temperature 1.0
    prompt '{{prompt}}'
}

def strict = judge('strict') { model 'judge-a'; criteria 'Count facts that are right.'; scoring outOf: 10 }
def kind   = judge('kind')   { model 'judge-b'; criteria 'Count what helps the reader.'; scoring outOf: 10 }
def panel  = jury('panel')   { jurors strict, kind; settle meanScore }

def good = read(Task, prompts)
    .gates('prompt') { length(max: 2000); personalData(); secrets() }
    .dedupe(near: 0.8) { it.prompt }
    .generate(samples: 4, writer)
    .gates { residue(); whole() }
    .score(panel)
    .pairs(chosen: best, rejected: random)
    .weak(share: 0.2, drop)
    .gates { length(ratio: 5); apart 0.9 }
    .margins()
    .until(accepted: wanted)

good.into dpo('pairs')
