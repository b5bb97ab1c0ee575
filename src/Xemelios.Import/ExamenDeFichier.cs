using System.Diagnostics;
using System.Xml;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Intake;
using Xemelios.Import.Pes;
using Xemelios.Import.Xhl;

namespace Xemelios.Import;

/// <summary>Looks at a file without reading it: its type, the état that it is about, what an archive holds. Nothing is refused here.</summary>
/// <remarks>The header is read by the reader of pay files itself, over the first bytes: both understand the same thing.</remarks>
public static class ExamenDeFichier
{
    private const int Tete = 256 * 1024;
    private const int EntreesMontrees = 2_000;
    private const long PlusGrandComptage = 1L << 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="ouvrir">Gives a fresh, seekable stream each time.</param>
    public static FichierReconnu Examiner(Func<Stream> ouvrir, string chemin, Empreinte empreinte, long octets)
    {
        var arrivage = Arrivage.Depuis(ouvrir, chemin, empreinte, octets);
        using var flux = ouvrir();
        var reconnu = Reconnaitre(LireLaTete(flux), chemin, arrivage.Nom, octets) with { Empreinte = empreinte.Hexadecimal };
        if (reconnu.Type == TypesDeFichier.Xhl && octets <= PlusGrandComptage)
            return Compter(reconnu, ouvrir);
        var type = Reconnaissance.Reconnaitre(arrivage);
        return type.EstArchive() ? Lister(reconnu with { Type = TypesDeFichier.Archive }, arrivage) : reconnu with { Type = ImportDeFichier.NomDuType(arrivage, type) };
    }

    private static FichierReconnu Reconnaitre(byte[] tete, string chemin, string nom, long octets)
    {
        using var debut = Arrivage.EnMemoire(tete, chemin, default, 0, NomDEntree.Lire(chemin[(chemin.LastIndexOf('!') + 1)..]));
        var type = Reconnaissance.Reconnaitre(debut);
        var reconnu = new FichierReconnu(chemin, nom, ImportDeFichier.NomDuType(debut, type), null, octets);
        try
        {
            return type switch
            {
                TypeDeContenu.Xhl => DeLaPaye(reconnu, debut),
                TypeDeContenu.PesAller or TypeDeContenu.PesAcquit => DuFlux(reconnu, debut),
                _ => reconnu,
            };
        }
        catch (Exception illisible) when (illisible is FichierRefuseException or XmlException or InvalidDataException)
        {
            // Its reading will say what is wrong with it.
            return reconnu;
        }
    }

    private static FichierReconnu DeLaPaye(FichierReconnu reconnu, Arrivage debut)
    {
        using var curseur = new CurseurXmlReader(debut, CancellationToken.None);
        var lecteur = new Xhl.LecteurDEnTete(curseur, new LecteurDeValeurs(curseur, _ => { }));
        curseur.AllerALaRacine();
        // What is left of the header may follow the bulletins, out of reach: then the file says too little of itself.
        while (curseur.EnfantSuivant(0) && curseur.Balise is not (Balise.DonneesIndiv or Balise.Nomenclatures or Balise.RepartitionParNature))
            lecteur.LireUnEnfant();
        if (!lecteur.EstComplet)
            return reconnu;
        var enTete = lecteur.Conclure(curseur.Forme.Encodage, default);
        return reconnu with
        {
            Siret = enTete.Employeur?.Siret ?? "", Employeur = enTete.Employeur?.Nom, Periode = enTete.Annee * 100 + enTete.Mois, Budget = enTete.BudgetCode,
            Train = enTete.Train?.Trim(), Volume = ImportDeXhl.NumeroDeVolume(reconnu.Nom),
        };
    }

    /// <summary>Its month is not that of a pay: none is told.</summary>
    private static FichierReconnu DuFlux(FichierReconnu reconnu, Arrivage debut)
    {
        using var curseur = new CurseurXml(debut);
        curseur.AllerALaRacine();
        var lecteur = new Pes.LecteurDEnTete(curseur, new ValeursPes(curseur, _ => { }));
        try
        {
            curseur.Enfants(() =>
            {
                if (curseur.Nom == "EnTetePES")
                    lecteur.LireEnTete();
            });
        }
        catch (XmlException) when (lecteur.EstLu)
        {
            // The first bytes end somewhere in the middle.
        }

        return reconnu with { Siret = lecteur.Flux.IdColl, Employeur = lecteur.Flux.LibelleColBud, Budget = lecteur.Flux.CodBud };
    }

    private static FichierReconnu Lister(FichierReconnu reconnu, Arrivage archive)
    {
        var contenus = new List<FichierReconnu>();
        var debut = Stopwatch.GetTimestamp();
        var enPartie = false;
        try
        {
            using var lecteur = LecteurDArchive.Ouvrir(archive, new CompteurDInflation(new Limites()));
            while (!enPartie && lecteur.Suivante() is { } entree)
            {
                if (entree.Genre == GenreDEntree.Fichier && NomDEntree.Lire(entree.Nom) is { EstIgnore: false } nom)
                    contenus.Add(Entree(archive, entree, nom));
                enPartie = contenus.Count >= EntreesMontrees || Stopwatch.GetElapsedTime(debut) > Patience;
            }
        }
        catch (Exception illisible) when (illisible is InvalidDataException or EndOfStreamException or FichierRefuseException)
        {
            enPartie = true;
        }

        return reconnu with { Contenus = contenus, EnPartie = enPartie };
    }

    private static FichierReconnu Entree(Arrivage archive, EntreeDArchive entree, NomDEntree nom)
    {
        var chemin = $"{archive.Chemin}!{nom.Chemin}";
        using var contenu = entree.Ouvrir();
        return Reconnaitre(LireLaTete(contenu), chemin, nom.Nom, 0);
    }

    /// <summary>Up to the end of a tag: no character is cut in two.</summary>
    private static byte[] LireLaTete(Stream flux)
    {
        var tete = new byte[Tete];
        var lus = flux.ReadAtLeast(tete, Tete, throwOnEndOfStream: false);
        return lus < Tete ? tete[..lus] : tete[..(tete.AsSpan().LastIndexOf((byte)'>') + 1 is var fin and > 0 ? fin : Tete)];
    }

    private static FichierReconnu Compter(FichierReconnu reconnu, Func<Stream> ouvrir)
    {
        using var flux = ouvrir();
        var bulletins = ComptageDeBulletins.Compter(flux);
        return reconnu with { Bulletins = bulletins, Type = bulletins == 0 && reconnu.Octets < Tete ? TypesDeFichier.XhlEnTete : TypesDeFichier.Xhl };
    }
}
