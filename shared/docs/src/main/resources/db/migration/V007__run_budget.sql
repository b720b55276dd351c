-- The budget of a run has the run's id and goes with it.
INSERT INTO budget (id, ceiling, earmarked, reserved, spent, tokens_in, tokens_out)
SELECT r.id, NULL, 0, 0, coalesce(sum(c.cost_micros), 0), coalesce(sum(c.tokens_in), 0), coalesce(sum(c.tokens_out), 0)
FROM run r
LEFT JOIN page p ON p.run_id = r.id AND NOT p.reused
LEFT JOIN page_content c ON c.repository_id = r.repository_id AND c.input_digest = p.input_digest
GROUP BY r.id;

ALTER TABLE budget ADD CONSTRAINT budget_run FOREIGN KEY (id) REFERENCES run (id) ON DELETE CASCADE;
