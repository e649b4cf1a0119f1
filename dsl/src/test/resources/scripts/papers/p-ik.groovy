about 'How often a model answers each question right says whether it knows the answer.'

@Param(help = 'answers to each question', min = 2) int samples = 30

record Question(String id, String prompt, String answer) {}
record Known(String id, String prompt, double share, boolean known) {}

def model = agent('model') { temperature 1; prompt '{{prompt}}\nEnd with the answer alone.' }

def known = read(Question, 'questions.jsonl')
    .generate(samples: samples, model)
    .map(Known) { row ->
        def share = mean(row.drafts.collect { holds(it.text, row.task.answer) ? 1 : 0 })
        new Known(row.task.id, row.task.prompt, share, share >= 0.5)
    }
known.into jsonl('p-ik', by: 'known')
