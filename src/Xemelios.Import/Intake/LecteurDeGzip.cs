using System.Text;

namespace Xemelios.Import.Intake;

/// <summary>A gzip holds one file.</summary>
internal sealed class LecteurDeGzip : ILecteurDEntrees
{
    private readonly FluxInflate _contenu;
    private readonly string _nom;
    private bool _lu;

    /// <param name="flux">Seekable, at its start.</param>
    public LecteurDeGzip(Stream flux, string nomDeLArchive, CompteurDInflation compteur)
    {
        _nom = NomDuContenu(nomDeLArchive, flux);
        _contenu = Decompresser(flux, compteur);
    }

    public bool EstSequentiel => true;

    public static FluxInflate Decompresser(Stream flux, CompteurDInflation compteur)
    {
        flux.Position = 0;
        var compresse = new FluxCompte(flux);
        return new FluxInflate(new FluxGzip(compresse), compresse, compteur);
    }

    public EntreeDArchive? Suivante()
    {
        if (_lu)
            return null;
        _lu = true;
        return new EntreeDArchive(_nom, GenreDEntree.Fichier, 0, () => _contenu);
    }

    public void Dispose() => _contenu.Dispose();

    private static string NomDuContenu(string nomDeLArchive, Stream flux) =>
        nomDeLArchive.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && nomDeLArchive.Length > 3
            ? nomDeLArchive[..^3]
            : NomDEnTete(flux) ?? nomDeLArchive;

    /// <summary>The original name (RFC 1952, FNAME) when the header has one and no extra field before it.</summary>
    private static string? NomDEnTete(Stream flux)
    {
        Span<byte> tete = stackalloc byte[266];
        flux.Position = 0;
        tete = tete[..flux.ReadAtLeast(tete, tete.Length, throwOnEndOfStream: false)];
        if (tete.Length < 11 || (tete[3] & 0x0C) != 0x08)
            return null;
        var fin = tete[10..].IndexOf((byte)0);
        return fin > 0 ? Encoding.Latin1.GetString(tete.Slice(10, fin)) : null;
    }
}
