package dev.spindle.disc.iso;

import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.sector.VolumeStructures;

import java.util.Optional;

/**
 * The volume descriptors of a session (ECMA-119, 6.7.1), the first of each sort.
 *
 * @param sessionLba where the session begins
 */
record DescriptorSet(
        long sessionLba,
        VolumeDescriptor primary,
        Optional<VolumeDescriptor> joliet,
        Optional<VolumeDescriptor> enhanced,
        boolean isBootable) {
    /** Reads them; empty where there is no primary descriptor. */
    static Optional<DescriptorSet> read(SectorCache disc, long sessionLba) {
        VolumeDescriptor primary = null;
        VolumeDescriptor joliet = null;
        VolumeDescriptor enhanced = null;
        boolean isBootable = false;
        for (long lba : VolumeStructures.lbas(sessionLba)) {
            Sector sector = disc.read(lba).filter(VolumeDescriptor::isOne).orElse(null);
            if (sector == null) {
                continue;
            }
            var descriptor = new VolumeDescriptor(sector);
            if (descriptor.type() == VolumeDescriptor.TERMINATOR) {
                break;
            }
            isBootable |= descriptor.isElTorito();
            if (descriptor.type() == VolumeDescriptor.PRIMARY && primary == null) {
                primary = descriptor;
            } else if (descriptor.jolietLevel() > 0 && joliet == null) {
                joliet = descriptor;
            } else if (descriptor.isEnhanced() && enhanced == null) {
                enhanced = descriptor;
            }
        }
        return primary == null
                ? Optional.empty()
                : Optional.of(
                        new DescriptorSet(
                                sessionLba,
                                primary,
                                Optional.ofNullable(joliet),
                                Optional.ofNullable(enhanced),
                                isBootable));
    }
}
