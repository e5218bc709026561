//! Bytes looked at many at a time.

/// The next byte from `at` on that looks suspect together with the one after it. Stretches without any are passed over many bytes
/// at a time.
pub(super) fn next_of(bytes: &[u8], mut at: usize, suspect: impl Fn(u8, u8) -> bool) -> Option<usize> {
    const STRIDE: usize = 64;
    while at < bytes.len() {
        let here = bytes.get(at..(at + STRIDE).min(bytes.len()))?;
        let next = bytes.get(at + 1..)?;
        let pairs = here.iter().zip(next.iter().chain(std::iter::once(&b'\n')));
        if here.len() == STRIDE && next.len() >= STRIDE {
            let any = here.iter().zip(next).fold(false, |any, (&byte, &next)| any | suspect(byte, next));
            if !any {
                at += STRIDE;
                continue;
            }
        }
        if let Some(step) = pairs.into_iter().position(|(&byte, &next)| suspect(byte, next)) {
            return Some(at + step);
        }
        at += here.len();
    }
    None
}

/// How many bytes look counted together with the one after them.
pub(super) fn count(bytes: &[u8], counted: impl Fn(u8, u8) -> bool) -> usize {
    // No more at a time than a byte can count.
    const STRIDE: usize = 192;
    let after = bytes.get(1..).unwrap_or_default();
    let some = |(here, next): (&[u8], &[u8])| {
        let sum = here.iter().zip(next).fold(0u8, |sum, (byte, next)| sum + u8::from(counted(*byte, *next)));
        usize::from(sum)
    };
    bytes.chunks(STRIDE).zip(after.chunks(STRIDE)).map(some).sum::<usize>()
        + usize::from(bytes.last().is_some_and(|last| counted(*last, b'\n')))
}
