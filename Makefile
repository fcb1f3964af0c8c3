# The commands people type. Each is thin over a script in tools/ and safe to run twice.
.PHONY: help serve check test dev dist plan bench audit oldest
.DEFAULT_GOAL := help

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' Makefile

serve: dist ## build the release page and serve it at http://localhost:8080 (PORT= another)
	@node tools/serve.mjs dist

check: ## while one works: format, lints and tests of everything that needs no browser
	@bash tools/check.sh

test: ## format, lints, native tests, release build, byte budget, browsers
	@bash tools/test.sh

dev: ## the loop for developers: builds, serves and reloads after each edit
	@bash tools/dev.sh

dist: ## the release page in dist/, with a .br and a .gz beside each file but plan.json
	@bash tools/setup.sh build
	@bash tools/build.sh

plan: ## the same page for another plan: make plan PLAN=file.json
	@bash tools/plan.sh "$(PLAN)"

bench: ## measure the release page side by side with what people would use instead
	@bash tools/bench.sh

audit: ## known holes, licences and sources of all dependencies, by cargo-deny
	@bash tools/audit.sh dependencies

oldest: ## compiles with the oldest Rust that Cargo.toml promises
	@bash tools/audit.sh oldest
