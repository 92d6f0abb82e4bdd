package build

// Printed gives the lines of a sheet to the tests.
var Printed = printed
