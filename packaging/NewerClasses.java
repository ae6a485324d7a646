import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Brings old class files of a library into a newer format, and changes nothing that they do. Java
 * checks class files from before Java 6 in another way, and puts none of them into a start cache
 * (decision 31).
 */
final class NewerClasses {
    /**
     * Class files of Java 6, the first with stack maps (Java Virtual Machine Specification, 4.1).
     */
    private static final int JAVA_6 = 50;

    private static final ClassFileVersion JAVA_8 = ClassFileVersion.of(52, 0);

    private NewerClasses() {}

    /**
     * Copies a jar, as it is unless it has old classes or something that is not wanted.
     *
     * @param isWanted tells by an entry's name
     */
    static void copy(Path from, Path to, Predicate<String> isWanted) throws IOException {
        try (var jar = new ZipFile(from.toFile())) {
            List<? extends ZipEntry> entries =
                    jar.stream().filter(entry -> isWanted.test(entry.getName())).toList();
            boolean isWhole = entries.size() == jar.size();
            if (isWhole && entries.stream().noneMatch(entry -> isOld(jar, entry))) {
                Files.copy(from, to);
                return;
            }
            try (var out = new ZipOutputStream(Files.newOutputStream(to))) {
                for (ZipEntry entry : entries) {
                    var copy = new ZipEntry(entry.getName());
                    copy.setTime(entry.getTime());
                    out.putNextEntry(copy);
                    out.write(isOld(jar, entry) ? newer(jar, entry) : bytes(jar, entry));
                    out.closeEntry();
                }
            }
        }
    }

    private static boolean isOld(ZipFile jar, ZipEntry entry) {
        if (!entry.getName().endsWith(".class")) {
            return false;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] start = in.readNBytes(8);
            return (start[6] << 8 | start[7]) < JAVA_6;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static byte[] newer(ZipFile jar, ZipEntry entry) throws IOException {
        var format =
                ClassFile.of(
                        ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                        ClassFile.ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(type -> find(jar, type))
                                        .orElse(ClassHierarchyResolver.defaultResolver())));
        ClassTransform version =
                (builder, element) ->
                        builder.with(element instanceof ClassFileVersion ? JAVA_8 : element);
        // Stack maps are made where a method's code is written anew, be it the same.
        CodeTransform same = (builder, element) -> builder.with(element);
        return format.transformClass(
                format.parse(bytes(jar, entry)),
                version.andThen(ClassTransform.transformingMethodBodies(same)));
    }

    /** Null where the jar has no such class, as the resolver wants it. */
    private static InputStream find(ZipFile jar, ClassDesc type) {
        String descriptor = type.descriptorString();
        ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return entry == null ? null : new ByteArrayInputStream(bytes(jar, entry));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
