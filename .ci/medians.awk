# Reads the output of go test -bench -count N and prints a table of medians, one row a benchmark, in the
# order they ran. Package and benchmark together name a row, since two packages may use one name.

/^pkg: / { sub(/^vanban\/internal\//, "", $2); package = $2 }

/^Benchmark/ && $4 == "ns/op" {
	name = package "." substr($1, 10)
	if (!(name in runs)) order[++names] = name
	time[name, ++runs[name]] = $3
}

# What is no benchmark but a failure must not get lost in the pipe.
/^(FAIL|--- FAIL|panic)/ { print; failed = 1 }

END {
	print "| benchmark | median (ms) |"
	print "|---|---:|"
	for (i = 1; i <= names; i++) printf "| %s | %.3g |\n", order[i], median(order[i]) / 1e6
	exit failed
}

function median(name,    n, i, j, t, v) {
	n = runs[name]
	for (i = 1; i <= n; i++) v[i] = time[name, i] + 0
	for (i = 2; i <= n; i++) {
		t = v[i]
		for (j = i - 1; j >= 1 && v[j] > t; j--) v[j + 1] = v[j]
		v[j + 1] = t
	}
	return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
}
