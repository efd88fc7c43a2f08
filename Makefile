# Everything starts here: `make run` and `make test` set up what they need in .venv. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help run test coverage lint bench proof screenshots papers catalogue lock clean setup setup-test setup-bench test-older-qt \
	bundle bundle-windows test-bundle test-bundle-windows icons

FIT := import ensurepip, sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13 python; do \
	$$p -c "$(FIT)" >/dev/null 2>&1 && { echo $$p; break; }; done)
VENV := .venv/bin/python
# Installs a lock file once: a copy of it stands in .venv as the sign that it was done.
install = cmp -s $(1) .venv/$(1) || { echo "正在安装 $(1) 中的程序包……"; \
	$(VENV) -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1) >.venv/pip.log 2>&1 \
	&& cp $(1) .venv/$(1); } || { $(call stop,$(NOT_INSTALLED)); }
stop = echo "$(1)" >&2; exit 2
NO_PYTHON := 本机没有 Python 3.11（3.12、3.13 也可）。系统提供时请让管理员安装软件包：python3 python3-venv；系统只有更旧的 Python 时请改用安装包，见 README.md“下载安装”
UNFIT := $(PYTHON) 不能用：需要 Python 3.11 至 3.13，并装有 venv（Debian 的软件包：python3-venv）
READ_ONLY := 不能在 $(CURDIR) 中写入，程序包无处安放。请把程序文件夹复制到自己的文件夹中再运行，或改用安装包
NOT_INSTALLED := 程序包没有装上，全部原因见 .venv/pip.log。第一次运行需要能访问 Python 软件包索引的网络和约 400 MB 磁盘空间；不能上网的电脑请改用安装包，见 README.md“下载安装”

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' Makefile | expand -t 22

run: setup ## open the window with the sample; without a display check and export the sample to out/
	@$(VENV) main.py sample

test: setup-test lint ## lint, types and all tests, without a screen
	@QT_QPA_PLATFORM=offscreen $(VENV) -m pytest $(SIDE_BY_SIDE)

coverage: setup-test lint ## the same, and how much of the program the tests have run: a floor in pyproject.toml
	@QT_QPA_PLATFORM=offscreen $(VENV) -m pytest $(SIDE_BY_SIDE) --cov
# As many processes as there are processors, up to four; each takes whole files, so that what a file shares is made once.
SIDE_BY_SIDE := --numprocesses auto --maxprocesses 4 --dist loadfile

lint: setup-test ## style, layout and types
	@$(VENV) -m ruff check .
	@$(VENV) -m ruff format --check .
	@$(VENV) -m mypy .

test-older-qt: setup-test ## the window's tests under the older Qt that aarch64 has to stay with
	@mkdir -p build && $(RELEASE) -m release lock linux-aarch64 >build/older-qt.lock
	@test -x build/older-qt/bin/pip || $(PYTHON) -m venv build/older-qt
	@build/older-qt/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r build/older-qt.lock
	@QT_QPA_PLATFORM=offscreen build/older-qt/bin/python -m pytest tests/ui tests/test_main.py

bench: setup-bench ## times beside their yardsticks; BENCH="start save" picks some
	@QT_QPA_PLATFORM=offscreen $(VENV) -m tests.bench $(BENCH)

proof: setup-test ## what is promised, tried thousands of times, minutes long; PROOF="file narratives" picks some
	@QT_QPA_PLATFORM=offscreen $(VENV) -m tests.proof $(PROOF)

screenshots: setup-test ## every page and state in the usual looks and sizes to out/screens/; VIEWS=every takes all, VIEWS="dark-1366-100" some
	@QT_QPA_PLATFORM=offscreen $(VENV) -m tests.screenshots out/screens $(VIEWS)

papers: setup-test ## hard reports, the sample and FILES as PDF and Word, on sheets to look at, to out/papers/
	@$(VENV) -m tests.papers out/papers $(FILES)

catalogue: setup ## the catalogue of rules, docs/rules.md, from the rules, and docs/rules-examples.md from the tests' examples
	@$(VENV) -c "from model.rules.handbook import markdown; print(markdown(), end='')" > docs/rules.md
	@$(VENV) -m tests.model.rules.cases_page > docs/rules-examples.md

lock: setup ## resolve the packages of pyproject.toml anew; UPGRADE=--upgrade takes newer ones
	@$(VENV) -m pip install --quiet --disable-pip-version-check uv
	@$(VENV) -m uv pip compile --quiet $(UPGRADE) $(LOCK) -o requirements.lock pyproject.toml
	@$(VENV) -m uv pip compile --quiet $(UPGRADE) --extra test -c requirements.lock $(LOCK) \
		-o requirements-test.lock pyproject.toml
	@$(VENV) -m uv pip compile --quiet $(UPGRADE) --extra test --extra bench -c requirements-test.lock $(LOCK) \
		-o requirements-bench.lock pyproject.toml
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

bundle: setup ## packages for Linux to dist/, with a Python of their own; ARCH=aarch64 for 飞腾 and 鲲鹏
	@$(RELEASE) -m release packages linux-$(ARCH) $(QUICK)

bundle-windows: setup ## installer and portable archive for Windows to dist/
	@$(RELEASE) -m release packages windows-x64 $(QUICK)

test-bundle: setup ## prove the packages for Linux on bare Debian 11, 12 and 13; SUITES=bookworm picks one
	@$(RELEASE) -m proof linux $(SUITES) --machine $(ARCH) --roots $(ROOTS)

test-bundle-windows: setup ## prove the installer for Windows in Wine
	@$(RELEASE) -m proof windows --roots $(ROOTS)
RELEASE = PYTHONPATH=packaging $(VENV)
ARCH ?= $(shell uname -m)
ROOTS ?= build/roots

icons: setup ## draw the program's icon anew in all sizes to packaging/icons
	@QT_QPA_PLATFORM=offscreen $(RELEASE) -m release.icons

clean: ## remove what was made, except .venv
	@rm -rf out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

setup:
	@test -n "$(PYTHON)" || { $(call stop,$(NO_PYTHON)); }
	@$(PYTHON) -c "$(FIT)" 2>/dev/null || { $(call stop,$(UNFIT)); }
	@test -w . || test -w .venv || { $(call stop,$(READ_ONLY)); }
	@test -x .venv/bin/pip || $(PYTHON) -m venv .venv || { rm -rf .venv; $(call stop,$(UNFIT)); }
	@$(call install,requirements.lock)

setup-test: setup
	@$(call install,requirements-test.lock)

setup-bench: setup
	@$(call install,requirements-bench.lock)
