package table

// A Sieve is a set of hashes that lets some others through: a bit for each of a few hashes that it
// might hold. Asking it costs one look at memory. The empty Sieve lets all through.
type Sieve string

// sieveBits is how many bits a Sieve has for each hash in it: one other hash in sieveBits passes.
const sieveBits = 16

// Has reports whether hash may be in s; false is certain.
func (s Sieve) Has(hash uint32) bool {
	if len(s) == 0 {
		return true
	}
	bit := home(hash, 8*len(s))
	return s[bit/8]>>(bit%8)&1 != 0
}

// BuildSieve returns the Sieve of the given hashes.
func BuildSieve(hashes []uint32) Sieve {
	s := make([]byte, max(1, len(hashes)*sieveBits/8))
	for _, h := range hashes {
		bit := home(h, 8*len(s))
		s[bit/8] |= 1 << (bit % 8)
	}
	return Sieve(s)
}
