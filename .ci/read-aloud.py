"""The part of read-aloud that listens: reads the tree of the window, and presses what a screen reader presses."""

import json
import os
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

folder, program = sys.argv[1], int(sys.argv[2])


def letters(text):
    """What is left to compare when quotation marks, brackets, stars and line ends differ."""
    return re.sub(r"[^\w%]+", "", text).lower()


def application():
    """The program among those that are known."""
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        one = desktop.get_child_at_index(at)
        if one is not None and one.get_process_id() == program:
            return one
    return None


def walk(node, found, depth=0):
    """Every node with a name, in the order in which it is read."""
    if node is None or depth > 40:
        return
    name = node.get_name()
    if name:
        found.append((node.get_role_name(), name, node))
    for at in range(node.get_child_count()):
        walk(node.get_child_at_index(at), found, depth + 1)


def read():
    """The tree as it is now. One that changes while it is read is read again."""
    for _ in range(10):
        try:
            found = []
            walk(application(), found)
            return found
        except GLib.Error:
            time.sleep(0.2)
    return []


def poke():
    """The tree is first filled when something happens to the window."""
    window = subprocess.run(["xdotool", "search", "--name", "Amends"], capture_output=True, text=True).stdout.split()
    if window:
        subprocess.run(["xdotool", "mousemove", str(300 + int(time.time() * 10) % 9), "3"], capture_output=True)


def fail(why, found=()):
    print(f"read-aloud: {why}")
    print("what was there to be read:")
    for role, name, _ in found:
        print(f"  {role} {name!r}")
    sys.exit(1)


def wait(what, there, seconds=20):
    """Reads until `there` finds what it looks for."""
    end = time.monotonic() + seconds
    while True:
        found = read()
        result = there(found)
        if result:
            return result, found
        if not alive():
            fail(f"the program ended before there was {what}", found)
        if time.monotonic() > end:
            fail(f"there is no {what}", found)
        poke()
        time.sleep(0.3)


def alive():
    try:
        with open(f"/proc/{program}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def place(found, name, role=None):
    """Where a name is read, compared by its letters; None where it is not."""
    wanted = letters(name)
    for at, (its_role, its_name, _) in enumerate(found):
        if letters(its_name).startswith(wanted) and (role is None or role in its_role):
            return at
    return None


def press(name, what, there):
    """Presses a button as a screen reader does, until something is there. Who presses in the first moment has not read yet, and is
    not heard."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        found = read()
        if there(found):
            return found
        at = place(found, name, "button")
        if at is not None:
            found[at][2].do_action(0)
        time.sleep(1)
    fail(f"after pressing {name!r} there is no {what}", read())


def in_order(what, found, names):
    """All of these, each after the one before it."""
    last = -1
    for name in names:
        at = place(found[last + 1 :], name)
        if at is None:
            where = "too early" if place(found, name) is not None else "not there"
            fail(f"{what}: {name!r} is {where}", found)
        last += 1 + at
    print(f"{what}: {len(names)} names in their order")


def last_turn():
    """Customer, feeling, words and replies of the last turn, from the text."""
    with open(os.path.join(folder, "last-turn.txt"), encoding="utf-8") as file:
        text = file.read()
    turn = text[text.rindex("\n[") :]
    said = re.search(r"^(\w[^\n(]*) \(([^)]*)\): “(.*?)”\n\n", turn, re.M | re.S)
    replies = re.findall(r"^ +\d+\. (.*?)(?=^ +\d+\. |^> )", turn, re.M | re.S)
    if said is None or len(replies) < 2:
        fail(f"the last turn is no choice after something said:\n{turn}")
    return said.group(1), said.group(2), said.group(3), replies


def check():
    name, feeling, says, replies = last_turn()
    go_on = "Continue where you stopped"
    wait("way on in the menu", lambda found: place(found, go_on, "button") is not None)

    turn = lambda found: all(place(found, one) is not None for one in (says, *replies))
    found = press(go_on, f"turn with {says[:40]!r} and {len(replies)} replies", turn)
    if place(found, f"{name} · {feeling}") is None:
        in_order("the caller", found, [name, feeling, says])
    else:
        in_order("the customer", found, [f"{name} · {feeling}", says])
    for reply in replies:
        if place(found, reply, "button") is None:
            fail(f"the reply {reply!r} is no button", found)
        in_order("what is said, then a reply", found, [says, reply])
    for button in ("Notebook", "Pause"):
        if place(found, button, "button") is None:
            fail(f"there is no button {button!r}", found)

    debrief = "See the debrief"
    press(replies[0], "way to the debrief", lambda found: place(found, debrief, "button") is not None)
    question = "What would you do differently?"
    found = press(debrief, "question before the debrief", lambda found: place(found, question) is not None)
    in_order("before the debrief", found, [question, "See the evidence", "I would do it all again"])
    found = press("Skip", "debrief", lambda found: place(found, "How you handled it") is not None)
    with open(os.path.join(folder, "whole.json"), encoding="utf-8") as file:
        card = json.loads(file.readline())["scorecard"]
    scores = []
    for one in card["competencies"]:
        shown = f": {(one['score'] + 5) // 10}, {one['band']}" if one["enough"] else ""
        scores.append(one["id"] + shown)
    in_order("the debrief", found, ["How you handled it", *scores])
    for button in ("Play again", "Menu", "Try again"):
        if place(found, button, "button") is None:
            fail(f"there is no button {button!r} in the debrief", found)


Atspi.init()
check()
