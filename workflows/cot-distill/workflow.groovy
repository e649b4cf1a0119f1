about 'A teacher reasons several times about each problem; the reasoning that ends in the right number teaches a student.'

@Param(help = 'JSONL with id, prompt and solution, a number')   Path problems = 'sample.jsonl'
@Param(help = 'times that each problem is reasoned about', min = 1, max = 64) int samples = 8
@Param(help = 'temperature of the teacher', min = 0, max = 2)   double teacherTemperature = 0.7
@Param(help = 'longest reasoning in tokens', min = 32, max = 8192) int longest = 1024

record Problem(String id, String prompt, double solution) {}
record Lesson(String id, String prompt, String completion) {}
record Share(String id, String prompt, double right) {}

def teacher = agent('teacher') { model 'teacher'; temperature teacherTemperature; maxTokens longest; prompt file('reason.prompt.md') }

def reasoned = read(Problem, problems).generate(samples: samples, teacher)

// The last number of the reasoning is its answer.
reasoned.explode(Lesson) { row ->
    row.drafts.findAll { hasNumber(it.text) && number(it.text) == row.task.solution }
            .collect { new Lesson(row.task.id, row.task.prompt, it.text) }
}.dedupe { it.completion }.into sft('reasoning')

reasoned.map(Share) { row ->
    def right = row.drafts.count { hasNumber(it.text) && number(it.text) == row.task.solution }
    new Share(row.task.id, row.task.prompt, right / (double) row.count)
}.into jsonl('shares')
