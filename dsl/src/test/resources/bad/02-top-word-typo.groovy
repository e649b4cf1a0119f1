def writer = agnet("writer") { model "writer" }
