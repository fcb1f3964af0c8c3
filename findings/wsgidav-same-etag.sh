#!/usr/bin/env bash
# WsgiDAV 4.4.0 (PyPI) keeps the ETag when a file is replaced within a second by one of the same length.
#
# Expected: a strong ETag names one content (RFC 9110, 8.8.1); after a PUT of other bytes it is another one.
# Seen: PUT {"v":12}, then PUT {"v":99} in the same second: the same strong ETag. GET with If-None-Match answers 304, so a reader goes
# on with 12; and a third writer's If-Match with the ETag of 12 is accepted with 204 and buries the 99. The tag is made of inode, whole
# seconds and length.
# Matters: figures of a ledger mostly keep their length (12 -> 99), and two clerks' pages save at once near the deadline; optimistic locking
# by ETag, the usual advice for a shared folder, loses one of them without a word.
# The product: writes no shared file; what travels is an own link or file with a checksum, merged by its content.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m venv v && v/bin/pip install -q wsgidav==4.4.0 cheroot==11.1.2
mkdir folder
timeout 60 v/bin/python - <<'T'
import http.client, threading, time
from cheroot import wsgi
from wsgidav.wsgidav_app import WsgiDAVApp
app = WsgiDAVApp({"provider_mapping": {"/": "folder"}, "simple_dc": {"user_mapping": {"*": True}}, "logging": {"enable": False}, "verbose": 0})
server = wsgi.Server(("127.0.0.1", 0), app)
server.prepare()
threading.Thread(target=server.serve, daemon=True).start()
def ask(method, body=None, **headers):
    to = http.client.HTTPConnection(*server.bind_addr)
    to.request(method, "/ledger.json", body, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = to.getresponse()
    return answer.status, answer.getheader("ETag"), answer.read()
for attempt in range(5):
    time.sleep(1.02 - time.time() % 1)
    begun = int(time.time())
    ask("PUT", b'{"v":12}')
    _, first, _ = ask("GET")
    ask("PUT", b'{"v":99}')
    _, second, body = ask("GET")
    again, _, _ = ask("GET", If_None_Match=first)
    late, _, _ = ask("PUT", b'{"v":13}', If_Match=first)
    if int(time.time()) == begun:
        break
else:
    raise SystemExit("too slow for one second")
last = ask("GET")[2]
print(f"ETag {first} then {second} for {body}; If-None-Match: {again}; late If-Match: {late}, now {last}")
server.stop()
assert first == second and not first.startswith("W/") and body == b'{"v":99}', "the behaviour changed"
assert again == 304 and late == 204 and last == b'{"v":13}', "the behaviour changed"
T
