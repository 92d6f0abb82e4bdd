// Command vanban turns structured data into official documents.
package main

import (
	"os"

	"vanban/internal/cli"
)

func main() { os.Exit(cli.Main(cli.Process())) }
