package dev.spindle.os.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * The C library under its own names. size_t, ssize_t and off_t are 64 bits on both architectures
 * that we know. Variadic functions are bound as such: aarch64's cousins pass those arguments
 * elsewhere.
 *
 * <p>"errno" below means: on failure the call returns -1 and JNA throws {@link LastErrorException}
 * with the errno that it took right behind the call. JNA clears errno before and throws whenever it
 * is set afterwards, so only functions that leave it alone on success may be bound this way; thin
 * wrappers of a system call do. A symbol that the C library lacks shows at its first call, as
 * {@link UnsatisfiedLinkError}.
 */
interface LibC extends Library {
    /**
     * The name by which programs of glibc ask for it (libc.so.6(7)); by that the loader finds it
     * alone, and JNA has nothing to search for.
     */
    String SONAME = "libc.so.6";

    /** The real one. Paths are bytes to the kernel; ours are UTF-8 whatever the locale says. */
    static LibC load() {
        return Native.load(SONAME, LibC.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
    }

    /**
     * Returns a descriptor; errno. The mode is an {@code Integer}, read only with O_CREAT.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/open.2.html">open(2)</a>
     */
    int open(String path, int flags, Object... mode) throws LastErrorException;

    /**
     * Returns 0; errno. The descriptor is gone even after EINTR and EIO: never repeat it.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/close.2.html">close(2)</a>
     */
    int close(int fd) throws LastErrorException;

    /**
     * Returns the bytes read, 0 at the end; errno.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/pread.2.html">pread(2)</a>
     */
    long pread(int fd, ByteBuffer buf, long count, long offset) throws LastErrorException;

    /**
     * Returns the bytes written, maybe fewer; errno.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/pread.2.html">pwrite(2)</a>
     */
    long pwrite(int fd, ByteBuffer buf, long count, long offset) throws LastErrorException;

    /**
     * Returns the bytes written, maybe fewer; errno.
     *
     * @param iov pairs of address and length
     * @see <a href="https://man7.org/linux/man-pages/man2/readv.2.html">pwritev(2)</a>
     */
    long pwritev(int fd, long[] iov, int iovcnt, long offset) throws LastErrorException;

    /**
     * Returns the bytes written, maybe fewer; errno, EOPNOTSUPP for a flag that kernel or file
     * system lack. Before Linux 4.6 glibc falls back and may succeed with errno set: with flags it
     * never does.
     *
     * @param iov pairs of address and length
     * @see <a href="https://man7.org/linux/man-pages/man2/readv.2.html">pwritev2(2)</a>
     */
    long pwritev2(int fd, long[] iov, int iovcnt, long offset, int flags) throws LastErrorException;

    /**
     * Returns 0; errno. A length of 0 means "to the end of the file".
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/sync_file_range.2.html">
     *     sync_file_range(2)</a>
     */
    int sync_file_range(int fd, long offset, long nbytes, int flags) throws LastErrorException;

    /**
     * Returns 0 or <em>the error number itself</em>, and leaves errno alone. A length of 0 means
     * "to the end of the file".
     *
     * @see <a
     *     href="https://man7.org/linux/man-pages/man2/posix_fadvise.2.html">posix_fadvise(2)</a>
     */
    int posix_fadvise(int fd, long offset, long len, int advice);

    /**
     * Returns 0; errno.
     *
     * @param buf {@link Statfs#SIZE_BYTES}
     * @see <a href="https://man7.org/linux/man-pages/man2/statfs.2.html">statfs(2)</a>
     */
    int statfs(String path, byte[] buf) throws LastErrorException;

    /**
     * Returns 0; errno.
     *
     * @param buf {@link Statfs#SIZE_BYTES}
     * @see <a href="https://man7.org/linux/man-pages/man2/statfs.2.html">fstatfs(2)</a>
     */
    int fstatfs(int fd, byte[] buf) throws LastErrorException;

    /**
     * Returns 0; errno. Since glibc 2.28.
     *
     * @param statxbuf {@link Statx#SIZE_BYTES}
     * @see <a href="https://man7.org/linux/man-pages/man2/statx.2.html">statx(2)</a>
     */
    int statx(int dirfd, String pathname, int flags, int mask, byte[] statxbuf)
            throws LastErrorException;

    /**
     * Returns what the system call returns; errno. Every argument must be a {@code Long} or an
     * array, since whole registers are passed on.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/syscall.2.html">syscall(2)</a>
     */
    long syscall(long number, Object... arguments) throws LastErrorException;

    /**
     * Returns 0; errno.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/fallocate.2.html">fallocate(2)</a>
     */
    int fallocate(int fd, int mode, long offset, long len) throws LastErrorException;

    /**
     * Returns 0; errno.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/truncate.2.html">ftruncate(2)</a>
     */
    int ftruncate(int fd, long length) throws LastErrorException;

    /**
     * Returns what the command returns; errno.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/fcntl.2.html">fcntl(2)</a>
     */
    int fcntl(int fd, int cmd, Object... argument) throws LastErrorException;

    /**
     * Returns 0; errno, EWOULDBLOCK (which is EAGAIN) with LOCK_NB where another holds the lock.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/flock.2.html">flock(2)</a>
     */
    int flock(int fd, int operation) throws LastErrorException;

    /**
     * Returns 0; errno.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/fsync.2.html">fdatasync(2)</a>
     */
    int fdatasync(int fd) throws LastErrorException;

    /**
     * Returns 0; errno.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/fsync.2.html">fsync(2)</a>
     */
    int fsync(int fd) throws LastErrorException;

    /**
     * Returns 0; errno.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/rename.2.html">rename(2)</a>
     */
    int rename(String oldpath, String newpath) throws LastErrorException;

    /**
     * Returns 0; errno, EINVAL where the file system does not know the flag. Since glibc 2.28.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/rename.2.html">renameat2(2)</a>
     */
    int renameat2(int olddirfd, String oldpath, int newdirfd, String newpath, int flags)
            throws LastErrorException;

    /**
     * Returns 0; errno, EPERM where the file system has no hard links.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/link.2.html">linkat(2)</a>
     */
    int linkat(int olddirfd, String oldpath, int newdirfd, String newpath, int flags)
            throws LastErrorException;

    /**
     * Returns 0; errno.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/unlink.2.html">unlink(2)</a>
     */
    int unlink(String pathname) throws LastErrorException;

    /**
     * Returns 0; errno.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/mkdir.2.html">mkdir(2)</a>
     */
    int mkdir(String pathname, int mode) throws LastErrorException;

    /**
     * Returns 0; errno.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/rmdir.2.html">rmdir(2)</a>
     */
    int rmdir(String pathname) throws LastErrorException;

    /**
     * Returns the bytes filled in, 0 at the end; errno. Since glibc 2.30.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/getdents.2.html">getdents64(2)</a>
     */
    long getdents64(int fd, byte[] dirp, long count) throws LastErrorException;

    /**
     * Returns 0 or what the request returns; errno. The request is unsigned: write it as a {@code
     * long} literal, since a Java int would be sign-extended.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/ioctl.2.html">ioctl(2)</a>
     */
    int ioctl(int fd, long request, Object... argument) throws LastErrorException;

    /**
     * Returns a descriptor; errno.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/socket.2.html">socket(2)</a>
     */
    int socket(int domain, int type, int protocol) throws LastErrorException;

    /**
     * Returns 0; errno.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/bind.2.html">bind(2)</a>
     */
    int bind(int sockfd, byte[] addr, int addrlen) throws LastErrorException;

    /**
     * Returns 0; errno.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/getsockopt.2.html">setsockopt(2)</a>
     */
    int setsockopt(int sockfd, int level, int optname, long[] optval, int optlen)
            throws LastErrorException;

    /**
     * Returns the length of the message; errno, EAGAIN where the socket's time-out passed.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/recv.2.html">recv(2)</a>
     */
    long recv(int sockfd, byte[] buf, long len, int flags) throws LastErrorException;

    /**
     * Returns 0; errno.
     *
     * @param rlim soft and hard limit
     * @see <a href="https://man7.org/linux/man-pages/man2/getrlimit.2.html">getrlimit(2)</a>
     */
    int getrlimit(int resource, long[] rlim) throws LastErrorException;

    /**
     * Returns the number of the calling thread; never fails.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/gettid.2.html">gettid(2)</a>
     */
    int gettid();

    /**
     * Returns the page size; never fails.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/getpagesize.2.html">getpagesize(2)</a>
     */
    int getpagesize();

    /**
     * Returns 0; errno.
     *
     * @param tp seconds and nanoseconds
     * @see <a
     *     href="https://man7.org/linux/man-pages/man2/clock_gettime.2.html">clock_gettime(2)</a>
     */
    int clock_gettime(int clockid, long[] tp) throws LastErrorException;
}
