using Xemelios.Domain.Constats;

namespace Xemelios.Import.Intake;

/// <summary>Reads the entries of a zip, gzip, tar or tar.gz. One instance serves one received file and the archives nested in it.</summary>
/// <remarks>No name found in an archive reaches the file system. Defects are told; what can be read is given.</remarks>
public sealed class LecteurDArchive(Spool spool)
{
    private readonly CompteurDInflation _compteur = new(spool.Limites);
    private int _vides;

    /// <summary>The entries, one at a time: each is disposed by the caller before it asks for the next.</summary>
    /// <param name="archive">A content whose type <see cref="TypesDeContenu.EstArchive"/>.</param>
    /// <param name="profondeur">1 for a received archive, one more for an archive inside it.</param>
    public IEnumerable<Arrivage> Lire(Arrivage archive, int profondeur, Action<Anomalie> anomalie, CancellationToken annulation)
    {
        if (profondeur > _compteur.Limites.MaxProfondeur)
        {
            anomalie(CatalogueDesAnomalies.ArchiveTropProfonde.En(Provenance.Inconnue));
            yield break;
        }

        using var lecteur = Ouvrir(archive, _compteur);
        for (var rang = 1; Suivante(lecteur, anomalie) is { } entree; rang++)
        {
            annulation.ThrowIfCancellationRequested();
            if (!_compteur.CompterEntree())
            {
                anomalie(CatalogueDesAnomalies.TropDEntrees.En(new Provenance(entree.Octet, null)));
                yield break;
            }

            var copie = new Copie(this, archive, entree, rang, anomalie, annulation);
            if (copie.Faire() is { } arrivage)
            {
                if (arrivage.Octets == 0 && ++_vides > _compteur.Limites.MaxEntreesVides)
                {
                    arrivage.Dispose();
                    anomalie(CatalogueDesAnomalies.TropDEntrees.En(new Provenance(entree.Octet, null)));
                    yield break;
                }

                yield return arrivage;
            }

            if (_compteur.EstEpuise || (copie.Endommagee && lecteur.EstSequentiel))
                yield break;
        }
    }

    /// <summary>One entry by its rank; those before it are passed over without being copied. Null when it cannot be read.</summary>
    /// <param name="archive">A content whose type <see cref="TypesDeContenu.EstArchive"/>; anything else holds no entry.</param>
    public Arrivage? Extraire(Arrivage archive, int rang, CancellationToken annulation)
    {
        if (!Reconnaissance.Reconnaitre(archive).EstArchive())
            return null;
        using var lecteur = Ouvrir(archive, _compteur);
        for (var i = 1; Suivante(lecteur, _ => { }) is { } entree; i++)
        {
            annulation.ThrowIfCancellationRequested();
            if (i == rang)
                return new Copie(this, archive, entree, rang, _ => { }, annulation).Faire();
        }

        return null;
    }

    /// <summary>The entries as they are told, without their contents.</summary>
    internal static ILecteurDEntrees Ouvrir(Arrivage archive, CompteurDInflation compteur)
    {
        var flux = archive.Ouvrir();
        switch (Reconnaissance.Reconnaitre(archive))
        {
            case TypeDeContenu.Zip or TypeDeContenu.Office or TypeDeContenu.OpenDocument:
                return new LecteurDeZip(flux, compteur);
            case TypeDeContenu.Tar:
                return new LecteurDeTar(flux, seekable: true);
            case TypeDeContenu.Gzip:
                return ContientUnTar(flux)
                    ? new LecteurDeTar(LecteurDeGzip.Decompresser(flux, compteur), seekable: false)
                    : new LecteurDeGzip(flux, archive.Nom, compteur);
            default:
                flux.Dispose();
                throw new ArgumentException("Ce contenu n'est pas une archive.", nameof(archive));
        }
    }

    private static bool ContientUnTar(Stream flux)
    {
        var essai = LecteurDeGzip.Decompresser(flux, new CompteurDInflation(new Limites()));
        Span<byte> tete = stackalloc byte[512];
        try
        {
            return essai.ReadAtLeast(tete, tete.Length, throwOnEndOfStream: false) == tete.Length && LecteurDeTar.EstEnTete(tete);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static EntreeDArchive? Suivante(ILecteurDEntrees lecteur, Action<Anomalie> anomalie)
    {
        try
        {
            return lecteur.Suivante();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            anomalie(CatalogueDesAnomalies.ArchiveIllisible.En(Provenance.Inconnue));
            return null;
        }
        catch (FichierRefuseException e)
        {
            anomalie(e.Motif);
            return null;
        }
    }

    /// <summary>One entry, from its header to its <see cref="Arrivage"/>, or to the anomaly that says why not.</summary>
    private sealed class Copie(
        LecteurDArchive lecteur, Arrivage archive, EntreeDArchive entree, int rang, Action<Anomalie> anomalie, CancellationToken annulation)
    {
        private readonly NomDEntree _nom = NomDEntree.Lire(entree.Nom);

        /// <summary>The entry could not be read to its end.</summary>
        public bool Endommagee { get; private set; }

        public Arrivage? Faire()
        {
            if (entree.Genre == GenreDEntree.Dossier)
                return null;
            if (_nom.EstIgnore)
                return Refuser(CatalogueDesAnomalies.EntreeIgnoree);
            if (entree.Genre == GenreDEntree.NonFichier)
                return Refuser(CatalogueDesAnomalies.EntreeNonFichier);
            if (entree.Genre == GenreDEntree.Chiffree)
                return Refuser(CatalogueDesAnomalies.EntreeChiffree);
            if (_nom.QuitteLArchive)
                return Refuser(CatalogueDesAnomalies.NomDEntreeDangereux);
            if (_nom.Nettoye)
                Signaler(CatalogueDesAnomalies.NomDEntreeNettoye);
            if (_nom is { SousPj: true, Collectivite: null })
                Signaler(CatalogueDesAnomalies.PieceSansDossier);
            return Copier();
        }

        private Arrivage? Copier()
        {
            try
            {
                return lecteur.CopierVersSpool(entree, $"{archive.Chemin}!{_nom.Chemin}", rang, _nom, annulation);
            }
            catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
            {
                Endommagee = true;
                return Refuser(CatalogueDesAnomalies.ArchiveIllisible);
            }
            catch (FichierRefuseException e)
            {
                Endommagee = true;
                return Refuser(CatalogueDesAnomalies.Tous[e.Motif.Code]);
            }
        }

        private Arrivage? Refuser(TypeDAnomalie type)
        {
            Signaler(type);
            return null;
        }

        /// <summary>Names of pieces can name people: an entry is told by its rank and its place.</summary>
        private void Signaler(TypeDAnomalie type) =>
            anomalie(type.En(new Provenance(entree.Octet, null), $"{type.Sens} (entrée n° {rang})"));
    }

    private Arrivage CopierVersSpool(EntreeDArchive entree, string chemin, int rang, NomDEntree nom, CancellationToken annulation)
    {
        using var contenu = entree.Ouvrir();
        return spool.Copier(contenu, chemin, rang, nom, annulation);
    }
}
