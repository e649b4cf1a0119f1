about 'What an old model got right and a new one gets wrong; the old answer is preferred there.'

record Task(String id, String prompt, String answer) {}
record Flip(String id, String prompt, String before, String after, boolean negative, boolean positive) {}
record Chosen(String prompt, String chosen, String rejected) {}

def old = agent('old') { prompt '{{prompt}}' }
def fresh = agent('new') { prompt '{{prompt}}' }

def flips = read(Task, 'tasks.jsonl')
    .generate(old, fresh)
    .map(Flip) { row ->
        def before = holds(row.first.text, row.task.answer)
        def after = holds(row.last.text, row.task.answer)
        new Flip(row.task.id, row.task.prompt, row.first.text, row.last.text, before && !after, after && !before)
    }
flips.into jsonl('flips', by: [])
flips.filter { it.negative }.map(Chosen) { new Chosen(it.prompt, it.before, it.after) }.into dpo('regressions')
