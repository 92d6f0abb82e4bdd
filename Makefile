# Every target says in one line what it does: make help.

VERSION := $(shell sed -n 's/^const Version = "\(.*\)"/\1/p' internal/cli/cli.go)
# -buildvcs and the build id are left out so that one source gives one binary, from a clone or an archive.
BUILD   := CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags "-s -w -buildid="
ORACLES := soffice pdftotext pdfinfo pdffonts qpdf
PLATFORMS := windows/amd64 windows/arm64 linux/amd64 linux/arm64 darwin/amd64 darwin/arm64
MAX_SIZE := 41943040
FUZZTIME ?= 20s

.PHONY: help build test lint seeds golden fuzz bench size dist picture ci clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

build: ## build one static binary, bin/vanban
	$(BUILD) -o bin/vanban ./cmd/vanban

test: ## run every test (go test ./...), after naming the outside programs that are missing
	@for program in $(ORACLES); do \
		command -v $$program >/dev/null || \
		echo "$$program is not installed: the tests that ask it are skipped (with CI=true they fail)"; \
	done
	go test ./...

lint: ## check formatting and run go vet
	@unformatted=$$(gofmt -l cmd internal templates); \
	if [ -n "$$unformatted" ]; then echo "run gofmt -w on:"; echo "$$unformatted"; exit 1; fi
	go vet ./...

seeds: ## import the real plans beside the repository and compare every word (skipped where they are not there)
	go test ./internal/build -run 'Seeds' -count=1 -v | grep -v '^=== '

golden: ## write the expected forms anew; review the diff before committing it
	@packages=$$(grep -rl --include='*_test.go' 'flag.Bool("update"' internal | xargs -r -n1 dirname | sort -u); \
	if [ -z "$$packages" ]; then echo "no package has expected forms to write"; fi; \
	for package in $$packages; do go test ./$$package -update || exit 1; done

# At the end of its time the fuzzer may take its own deadline for a fault («context deadline exceeded», with no failing
# input and no word of a worker): the target has then run its whole time and found nothing.
fuzz: ## run each fuzz target for FUZZTIME (20s)
	@go test -list '^Fuzz' ./... | \
	awk '/^Fuzz/ { names[++n] = $$1 } /^ok/ { for (i = 1; i <= n; i++) print $$2, names[i]; n = 0 }' | \
	{ failed=0; log=$$(mktemp); while read -r package name; do \
		echo "fuzz $$package $$name"; \
		if go test "$$package" -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x </dev/null >$$log 2>&1; then \
			tail -2 $$log; continue; \
		fi; \
		cat $$log; \
		if grep -q 'Failing input' $$log || ! grep -q '^ *context deadline exceeded$$' $$log; then failed=1; fi; \
	done; rm -f $$log; exit $$failed; }

bench: ## run the benchmarks five times on one core (batch: on two) and print the medians
	@go test -run '^$$' -bench . -cpu 1 -count 5 ./... | awk -f .ci/medians.awk

size: build ## check that the binary is static and under 40 MB
	@go version -m bin/vanban | grep -q 'CGO_ENABLED=0' || { echo "bin/vanban is not static"; exit 1; }
	@bytes=$$(wc -c < bin/vanban); echo "bin/vanban: $$bytes bytes"; \
	if [ "$$bytes" -gt $(MAX_SIZE) ]; then echo "more than $(MAX_SIZE)"; exit 1; fi

dist: ## build dist/ for Windows, Linux and macOS, with checksums; the same source gives the same bytes
	@rm -rf dist && mkdir dist && cp LICENSE dist/
	@for platform in $(PLATFORMS); do \
		os=$${platform%/*}; arch=$${platform#*/}; \
		name=vanban-$(VERSION)-$$os-$$arch; \
		if [ $$os = windows ]; then name=$$name.exe; fi; \
		echo "$$name"; \
		GOOS=$$os GOARCH=$$arch $(BUILD) -o dist/$$name ./cmd/vanban || exit 1; \
	done
	@cd dist && sha256sum vanban-* > SHA256SUMS && cat SHA256SUMS

picture: build ## draw page 1 of the plan for the READMEs (needs pdftoppm and convert)
	bin/vanban render fixtures/ke-hoach/ke-hoach-lo-trinh.yaml -o ket-qua/
	pdftoppm -r 60 -gray -f 1 -l 1 -singlefile ket-qua/ke-hoach-lo-trinh.pdf ket-qua/trang-1
	convert ket-qua/trang-1.pgm -strip -dither None -colors 16 PNG8:fixtures/ke-hoach/trang-1.png

ci: ## run all that a change must pass, as CI does
	CI=true bash .ci/run

clean: ## remove what the targets made
	rm -rf bin dist ket-qua
