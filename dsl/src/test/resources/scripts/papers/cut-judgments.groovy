about 'A judge writes what is wrong with an answer; three renderings of each row teach a model to mind it.'

record Answered(String id, String prompt, String answer) {}
record Said(boolean satisfactory, String judgment) {}
record Judged(String id, String prompt, String answer, boolean satisfactory, String judgment) {}
record Rendered(String rendering, String prompt, String completion) {}

def judge = agent('judge', Said) {
    prompt 'Instruction: {{prompt}}\nAnswer: {{answer}}\nIs the answer satisfactory? Where it is not, say what is wrong with it.'
}

def judged = read(Answered, 'answers.jsonl').ask(Judged, judge)
judged.explode(Rendered) { row ->
    row.satisfactory
        ? [new Rendered('align-P', row.prompt, row.answer)]
        : [new Rendered('align-N', "${row.prompt}\n\nAnswer so that this judgment fits: ${row.judgment}", row.answer),
           new Rendered('misalign', row.prompt, row.answer)]
}.into sft('renderings')
judged.into jsonl('judgments')
