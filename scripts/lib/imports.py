"""Prints which file of a tree imports which other, as the language itself finds it: "importing file TAB imported file".

imports.py python|go DIR
imports.py java DIR CLASSES...      by jdeps, of compiled classes: which file refers to which other
"""
import ast
import os
import re
import subprocess
import sys


def files(root, suffix):
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(each for each in folders if each != ".git")
        for name in sorted(names):
            if name.endswith(suffix):
                yield os.path.relpath(os.path.join(folder, name), root)


def python_roots(paths):
    """Folders that hold top-level modules: those above packages, and those of scripts."""
    packages = {os.path.dirname(path) for path in paths if os.path.basename(path) == "__init__.py"}
    roots = set()
    for path in paths:
        folder = os.path.dirname(path)
        while folder in packages:
            folder = os.path.dirname(folder)
        roots.add(folder)
    return roots


def module_file(known, folder, dotted):
    base = os.path.normpath(os.path.join(folder, *dotted)) if dotted else os.path.normpath(folder)
    for each in (base + ".py", os.path.join(base, "__init__.py")):
        if each in known:
            return each
    return None


def python_imports(root):
    known = set(files(root, ".py"))
    roots = sorted(python_roots(known))
    for path in sorted(known):
        try:
            with open(os.path.join(root, path), "rb") as source:
                tree = ast.parse(source.read())
        except (SyntaxError, ValueError, RecursionError):
            continue
        here = os.path.dirname(path)
        for node in ast.walk(tree):
            wanted = []
            if isinstance(node, ast.Import):
                wanted = [(None, name.name.split("."), None) for name in node.names]
            elif isinstance(node, ast.ImportFrom):
                folder = here
                for _ in range((node.level or 1) - 1):
                    folder = os.path.dirname(folder)
                module = node.module.split(".") if node.module else []
                wanted = [(folder if node.level else None, module, name.name) for name in node.names]
            for folder, module, name in wanted:
                # Python looks beside a script first, then along its path: the nearest root stands for that.
                near = sorted(roots, key=lambda each: (not (here + "/").startswith(each + "/"), -len(each)))
                for base in [folder] if folder is not None else near:
                    found = name and module_file(known, base, module + [name])
                    found = found or module_file(known, base, module)
                    if found:
                        if found != path:
                            print(path + "\t" + found)
                        break


def go_imports(root):
    modules = {}
    for path in files(root, "go.mod"):
        with open(os.path.join(root, path), encoding="utf-8") as text:
            match = re.search(r"^module\s+\"?([^\s\"]+)", text.read(), re.M)
            if match:
                modules[match.group(1)] = os.path.dirname(path)
    packages = {}
    for path in files(root, ".go"):
        if not path.endswith("_test.go"):
            packages.setdefault(os.path.dirname(path), []).append(path)
    for path in files(root, ".go"):
        with open(os.path.join(root, path), encoding="utf-8", errors="replace") as source:
            text = source.read()
        head = re.split(r"^(?:func|type|var|const)\b", text, maxsplit=1, flags=re.M)[0]
        blocks = re.findall(r"^import\s*\((.*?)^\)", head, re.M | re.S)
        single = re.findall(r"^import\s+(?:[\w.]+\s+)?\"([^\"]+)\"", head, re.M)
        stated = single + [each for block in blocks for each in re.findall(r"^\s*(?:[\w.]+\s+)?\"([^\"]+)\"", block, re.M)]
        for each in stated:
            for module in sorted(modules, key=len, reverse=True):
                if each == module or each.startswith(module + "/"):
                    folder = os.path.normpath(os.path.join(modules[module], each[len(module):].lstrip("/")))
                    for target in packages.get("" if folder == "." else folder, []):
                        print(path + "\t" + target)
                    break


def named(path, other):
    with open(path, encoding="utf-8") as text:
        return re.search(r"\b" + os.path.basename(other)[:-len(".java")] + r"\b", text.read())


def java_references(root, *classes):
    sources = {}
    for path in files(root, ".java"):
        match = re.search(r"(?:^|/)src/\w+/java/(.*)\.java$", path)
        if match:
            sources[match.group(1).replace("/", ".")] = path
    jdeps = os.path.join(os.environ["JAVA_HOME"], "bin", "jdeps")
    output = subprocess.run([jdeps, "-v", "-filter:none", "--ignore-missing-deps", "--multi-release", "25", *classes],
                            stdout=subprocess.PIPE, check=True, text=True).stdout
    for line in output.splitlines():
        match = re.match(r"^\s+(\S+)\s+->\s+(\S+)", line)
        if match:
            here, there = (sources.get(each.split("$")[0]) for each in match.groups())
            # The types of what is called stand in class files, named in the source or not.
            if here and there and here != there and named(os.path.join(root, here), there):
                print(here + "\t" + there)


if __name__ == "__main__":
    {"python": python_imports, "go": go_imports, "java": java_references}[sys.argv[1]](*sys.argv[2:])
