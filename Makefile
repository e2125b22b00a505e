# kehoach: make run, make serve. Everything sets itself up in .venv; `make` alone says what there is.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run serve test check bench evaluate lock clean

VENV := .venv
BIN := $(VENV)/bin
DB ?= output/plans.db
CORPUS ?= corpus
LABELS ?= ../shared/gold/labels
PIP := $(BIN)/python -m pip --disable-pip-version-check

# Stamps: what is installed, and from which lock. A second `make` installs nothing.
MADE := $(VENV)/.made
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev

help: ## Danh sách lệnh (this list)
	@echo "Lệnh (commands):"
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1|\2/p' Makefile | while IFS='|' read -r name words; do printf '%-16s%s\n' "$$name" "$$words"; done
	@echo "Biến (variables): DB=$(DB) CORPUS=$(CORPUS) LABELS=$(LABELS) PYTHON=… ARGS=…"

run: $(RUNTIME) ## Cài đặt nếu cần, đọc mọi PDF trong corpus/ vào output/plans.db (read every PDF in corpus/)
	@$(BIN)/kehoach run $(CORPUS) --db $(DB) $(ARGS)

serve: $(RUNTIME) ## Mở output/plans.db trong trình duyệt (open it in a browser)
	@$(BIN)/kehoach serve --db $(DB) $(ARGS)

test: $(DEV) ## Chạy kiểm thử (run the tests)
	@tools/system_packages
	@$(BIN)/python -m pytest $(ARGS)

check: $(DEV) ## Kiểm tra mã nguồn: ruff, mypy (check the source)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(DEV) ## Đo tốc độ đọc (how fast documents are read)
	@$(BIN)/python tools/bench.py $(ARGS)

evaluate: $(RUNTIME) ## Chấm output/plans.db theo nhãn làm tay (score it against labels)
	@$(BIN)/kehoach evaluate --db $(DB) --labels $(LABELS) $(ARGS)

lock: $(RUNTIME) ## Ghi lại requirements*.lock theo pyproject.toml (make the locks anew)
	@$(BIN)/python tools/lock.py $(ARGS)

clean: ## Xóa môi trường và bộ đệm, giữ output/ (remove .venv and caches, keep output/)
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(MADE):
	@python=$$(tools/find_python) && { $(BIN)/python -c '' 2>/dev/null || rm -rf $(VENV); } && "$$python" -m venv $(VENV)
	@touch $@

$(RUNTIME): requirements.lock pyproject.toml | $(MADE)
	@echo "Cài thư viện vào $(VENV), lần đầu mất vài phút (installing, some minutes the first time) …"
	@$(PIP) install --quiet --require-hashes -r requirements.lock
	@PYTHONWARNINGS=ignore $(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	@echo "Cài công cụ kiểm thử (installing the tools of the tests) …"
	@$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	@touch $@
