# Everything starts here: `make run` and `make test` set up what they need in .venv. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help run test lint bench screenshots lock clean setup setup-bench

FIT := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13 python; do \
	$$p -c "$(FIT)" >/dev/null 2>&1 && { echo $$p; break; }; done)
VENV := .venv/bin/python
# Installs a lock file once: a copy of it stands in .venv as the sign that it was done.
install = cmp -s $(1) .venv/$(1) || { echo "正在安装 $(1) 中的程序包……" \
	&& $(VENV) -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1) && cp $(1) .venv/$(1); }

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' Makefile | expand -t 14

run: setup ## open the window with the sample; without a display check and export the sample to out/
	@$(VENV) main.py sample

test: setup lint ## lint, types and all tests, without a screen
	@QT_QPA_PLATFORM=offscreen $(VENV) -m pytest

lint: setup ## style, layout and types
	@$(VENV) -m ruff check .
	@$(VENV) -m ruff format --check .
	@$(VENV) -m mypy .

bench: setup setup-bench ## times beside their yardsticks; BENCH="start save" picks some
	@QT_QPA_PLATFORM=offscreen $(VENV) -m tests.bench $(BENCH)

screenshots: setup ## every page in every look, scaling and size of text to out/screens/
	@QT_QPA_PLATFORM=offscreen $(VENV) -m tests.screenshots out/screens

lock: setup ## resolve the packages of pyproject.toml anew; UPGRADE=--upgrade takes newer ones
	@$(VENV) -m pip install --quiet --disable-pip-version-check uv
	@$(VENV) -m uv pip compile --quiet $(UPGRADE) --extra test $(LOCK) -o requirements.lock pyproject.toml
	@$(VENV) -m uv pip compile --quiet $(UPGRADE) --extra test --extra bench -c requirements.lock $(LOCK) \
		-o requirements-bench.lock pyproject.toml
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

clean: ## remove what was made, except .venv
	@rm -rf out build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

setup:
	@test -n "$(PYTHON)" || { echo "没有找到 Python 3.11（3.12、3.13 也可）。请让管理员安装软件包：python3 python3-venv" >&2; exit 2; }
	@test -x .venv/bin/pip || $(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "$(PYTHON) 不能建立 .venv 文件夹。请让管理员安装软件包：python3-venv" >&2; exit 2; }
	@$(call install,requirements.lock)

setup-bench: setup
	@$(call install,requirements-bench.lock)
