"""Version and lexicon in, claims with their evidence out: one file per kind of claim.

`extraction.extract` is the way in. It cuts title and body into sentences (`scenes`), each with its words (`tokens`),
names, numbers and days (`things`) and the phrases of `seeds/phrases` that stand in it (`patterns`, `phrases`). Each
kind of claim then asks of its sentence: whose troops (`troops`), where (`whereabouts`), when (`days`), how many
(`counts`), who says so (`speakers`), and whether it is a fact, a plan, a demand, a denial (`scope`).
"""
