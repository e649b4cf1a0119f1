about 'Judgments that people agree with are preferred to those they do not agree with.'

record Pairwise(String id, String prompt, String a, String b, Label human) {}
record Warm(String prompt, String completion) {}
record Lesson(String prompt, String chosen, String rejected) {}

def teacher = judge('teacher') { directComparison(); bothOrders() }
def student = judge('student') { temperature 1; samples 4; directComparison(); bothOrders() }

def known = read(Pairwise, 'pairs.jsonl').filter { it.human != null }

known.compare(teacher)
    .explode(Warm) { row ->
        def wanted = row.item.human == Label.a ? 'first' : row.item.human == Label.b ? 'second' : 'tie'
        row.judgments.findAll { it.readable && it.outcome == wanted }.collect { new Warm(it.question, it.reply) }
    }
    .into sft('warm-up')

known.compare(student)
    .explode(Lesson) { row ->
        def wanted = row.item.human == Label.a ? 'first' : row.item.human == Label.b ? 'second' : 'tie'
        def right = row.judgments.findAll { it.readable && it.outcome == wanted }
        def wrong = row.judgments.findAll { said -> said.readable && said.outcome != wanted && right.any { it.swapped == said.swapped } }
        wrong.collect { said -> new Lesson(said.question, right.find { it.swapped == said.swapped }.reply, said.reply) }
    }
    .into dpo('lessons')
