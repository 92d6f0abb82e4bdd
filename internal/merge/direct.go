package merge

// direct gives a way to call a Go function with arguments as [unwrap] gives them, for the shapes that nearly
// all functions have; nil for any other. A call by reflect costs ten times as much.
func direct(fn any) func(in []any) (any, error) {
	switch f := fn.(type) {
	case func(string) string:
		return func(in []any) (any, error) { return f(in[0].(string)), nil }
	case func(string) (string, error):
		return func(in []any) (any, error) { return f(in[0].(string)) }
	case func(string, string) (string, error):
		return func(in []any) (any, error) { return f(in[0].(string), in[1].(string)) }
	case func(string, string) bool:
		return func(in []any) (any, error) { return f(in[0].(string), in[1].(string)), nil }
	case func(string, string, *dict) (bool, error):
		return func(in []any) (any, error) { return f(in[0].(string), in[1].(string), in[2].(*dict)) }
	case func(int) (string, error):
		return func(in []any) (any, error) { return f(in[0].(int)) }
	case func(...int) (int, error):
		return func(in []any) (any, error) {
			numbers := make([]int, len(in))
			for i, n := range in {
				numbers[i] = n.(int)
			}
			return f(numbers...)
		}
	case func(any) bool:
		return func(in []any) (any, error) { return f(in[0]), nil }
	case func(any, any) (bool, error):
		return func(in []any) (any, error) { return f(in[0], in[1]) }
	case func(any, ...any) (bool, error):
		return func(in []any) (any, error) { return f(in[0], in[1:]...) }
	case func(...any) []any:
		return func(in []any) (any, error) { return f(in...), nil }
	case func(...any) (*dict, error):
		return func(in []any) (any, error) { return f(in...) }
	case func([]any, string) (string, error):
		return func(in []any) (any, error) { return f(in[0].([]any), in[1].(string)) }
	case func([]any, string) ([]any, error):
		return func(in []any) (any, error) { return f(in[0].([]any), in[1].(string)) }
	}
	return nil
}
