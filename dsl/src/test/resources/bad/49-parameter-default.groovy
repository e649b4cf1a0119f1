@Param(min = 2, max = 8) int drafts = 1
@Param(oneOf = ["fast", "good"]) String mode = "gut"
@Param int count = "three"
@Param(hlep = "x") Path out
@Param Date day
