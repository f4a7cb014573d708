-- Sends the bodies in turn. Arguments: a path and the file of its body, again and again. At the end prints one line:
-- requests, microseconds, answers with a status above 399, failures of connections, and the latencies p50 and p99 in microseconds.
local requests = {}
local last = 0

local function content(name)
    local file = assert(io.open(name, "rb"))
    local bytes = file:read("*a")
    file:close()
    return bytes
end

function init(arguments)
    for i = 1, #arguments, 2 do
        requests[#requests + 1] =
            wrk.format("POST", arguments[i], { ["Content-Type"] = "application/json" }, content(arguments[i + 1]))
    end
end

function request()
    last = last % #requests + 1
    return requests[last]
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format("turn %d %d %d %d %d %d\n", summary.requests, summary.duration, errors.status,
        errors.connect + errors.read + errors.write + errors.timeout, latency:percentile(50), latency:percentile(99)))
end
