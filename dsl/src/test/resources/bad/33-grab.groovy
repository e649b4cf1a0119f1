@Grab("commons-io:commons-io:2.16.1")
import java.util.List
@groovy.transform.ASTTest(value = { assert false })
record Task(String id) {}
read(Task, "x").into jsonl("out")
