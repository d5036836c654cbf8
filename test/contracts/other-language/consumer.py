"""A consumer in Python: runs interactions of fixtures/pact with Pact's own library, and writes a pact.

Usage: consumer.py LIBRARY FIXTURES DIRECTORY < interactions.json

Reads a list of interactions, each with the name of a fixture and the paths that the consumer reads in a call.
"""

import ctypes
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

REQUEST, RESPONSE = 0, 1
V4 = 5


class PactHandle(ctypes.Structure):
    _fields_ = [("pact_ref", ctypes.c_uint16)]


class InteractionHandle(ctypes.Structure):
    _fields_ = [("interaction_ref", ctypes.c_uint32)]


def declare(library):
    """Declares the functions of pact_ffi that this consumer calls."""
    text, number = ctypes.c_char_p, ctypes.c_int32
    for name, result, *arguments in [
        ("new_pact", PactHandle, text, text),
        ("with_specification", ctypes.c_bool, PactHandle, ctypes.c_int),
        ("new_interaction", InteractionHandle, PactHandle, text),
        ("given_with_params", ctypes.c_int, InteractionHandle, text, text),
        ("with_request", ctypes.c_bool, InteractionHandle, text, text),
        ("with_query_parameter_v2", ctypes.c_bool, InteractionHandle, text, ctypes.c_size_t, text),
        ("with_header_v2", ctypes.c_bool, InteractionHandle, ctypes.c_int, text, ctypes.c_size_t, text),
        ("response_status", ctypes.c_bool, InteractionHandle, ctypes.c_uint16),
        ("with_body", ctypes.c_bool, InteractionHandle, ctypes.c_int, text, text),
        ("create_mock_server_for_transport", number, PactHandle, text, ctypes.c_uint16, text, text),
        ("mock_server_matched", ctypes.c_bool, number),
        ("mock_server_mismatches", text, number),
        ("pact_handle_write_file", number, PactHandle, text, ctypes.c_bool),
        ("cleanup_mock_server", ctypes.c_bool, number),
    ]:
        function = getattr(library, f"pactffi_{name}")
        function.restype, function.argtypes = result, arguments
    return library


def encoded(value):
    """Encodes plain text as it is, and everything else as JSON."""
    return (value if isinstance(value, str) else json.dumps(value)).encode()


def narrowed(value, reads):
    """Keeps the parts of a body, or of its template, that are read."""
    if isinstance(value, dict) and isinstance(value.get("value"), list) and "pact:matcher:type" in value:
        return {**value, "value": narrowed(value["value"], reads)}
    if isinstance(value, list):
        return [narrowed(element, [path[1:] for path in reads]) for element in value]
    if not isinstance(value, dict) or [] in reads:
        return value
    inner = {key: [path[1:] for path in reads if path[0] == key] for key in value}
    return {key: narrowed(value[key], paths) for key, paths in inner.items() if paths}


def with_reads(interaction, reads):
    """Keeps what the consumer reads, in the expected response and in the parameters of the provider state."""
    paths = [path.replace("[]", ".[]").split(".") for path in reads]
    for state in interaction["providerStates"]:
        call = state["params"].get("call")
        if call is not None:
            state["params"]["call"] = narrowed(call, [["state"], ["direction"], *paths])
            response = interaction["response"]
            response["body"] = narrowed(response["body"], paths)
    return interaction


def call_id_in(interaction):
    return interaction["request"]["path"]["value"].rsplit("/", 1)[1]


def get_call(base_url, call_id, query):
    """The client under test."""
    url = f"{base_url}/v1.0/communications/calls/{urllib.parse.quote(call_id)}"
    if query:
        url += "?" + urllib.parse.urlencode(query)
    request = urllib.request.Request(url, headers={"Authorization": "Bearer an-invented-token"})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def run(pact, interaction, directory):
    handle = library.pactffi_new_interaction(pact, encoded(interaction["description"]))
    for state in interaction["providerStates"]:
        library.pactffi_given_with_params(handle, encoded(state["name"]), encoded(state["params"]))
    request, response = interaction["request"], interaction["response"]
    library.pactffi_with_request(handle, encoded(request["method"]), encoded(request["path"]))
    for name, value in request["query"].items():
        library.pactffi_with_query_parameter_v2(handle, encoded(name), 0, encoded(value))
    for part, headers in [(REQUEST, request["headers"]), (RESPONSE, response["headers"])]:
        for name, value in headers.items():
            library.pactffi_with_header_v2(handle, part, encoded(name), 0, encoded(value))
    library.pactffi_response_status(handle, response["status"])
    library.pactffi_with_body(handle, RESPONSE, b"application/json", encoded(response["body"]))
    port = library.pactffi_create_mock_server_for_transport(pact, b"127.0.0.1", 0, b"http", b"")
    try:
        result = get_call(f"http://127.0.0.1:{port}", call_id_in(interaction), request["query"])
        # The mock server records a request after it has responded.
        for _ in range(400):
            if library.pactffi_mock_server_matched(port):
                break
            time.sleep(0.005)
        else:
            raise SystemExit(library.pactffi_mock_server_mismatches(port).decode())
        if library.pactffi_pact_handle_write_file(pact, encoded(directory), False) != 0:
            raise SystemExit(f"Cannot write the pact to {directory}.")
        return result
    finally:
        library.pactffi_cleanup_mock_server(port)


if __name__ == "__main__":
    path, fixtures, directory = sys.argv[1:]
    library = declare(ctypes.CDLL(path))
    results = []
    for wanted in json.load(sys.stdin):
        with open(f"{fixtures}/{wanted['fixture']}.json", encoding="utf-8") as file:
            interaction = with_reads(json.load(file), wanted["reads"])
        pact = library.pactffi_new_pact(b"contoso-python-bot", b"microsoft-graph-calls")
        library.pactffi_with_specification(pact, V4)
        results.append(run(pact, interaction, directory))
    json.dump(results, sys.stdout)
