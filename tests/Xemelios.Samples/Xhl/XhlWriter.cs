using System.Globalization;

namespace Xemelios.Samples;

/// <summary>Writes XHL files of an état: whole, by volumes, or header only.</summary>
public static class XhlWriter
{
    /// <summary>The bytes of a volume.</summary>
    public static byte[] Octets(MoisDePaye mois, VolumeXhl volume, Dialecte dialecte)
    {
        using var flux = new MemoryStream();
        Ecrire(flux, mois, volume, dialecte);
        return flux.ToArray();
    }

    /// <summary>Writes a volume to a stream, bulletin by bulletin.</summary>
    public static void Ecrire(Stream flux, MoisDePaye mois, VolumeXhl volume, Dialecte dialecte)
    {
        using var sortie = new StreamWriter(flux, dialecte.Encodage.Octets(), 1 << 16, leaveOpen: true);
        var plume = new PlumeXml(sortie, dialecte);
        Entete(plume, mois, dialecte);
        Donnees(plume, mois, volume, dialecte);
        XhlNomenclatures.Ecrire(plume, mois, dialecte);
        Repartition(plume, volume);
        plume.FermerRacine();
    }

    /// <summary>A <c>DocumentPaye</c> with no bulletin, whose only use is to name the état of the pieces beside it.</summary>
    public static byte[] EnteteSeul(MoisDePaye mois, Dialecte dialecte)
    {
        using var flux = new MemoryStream();
        using (var sortie = new StreamWriter(flux, dialecte.Encodage.Octets(), leaveOpen: true))
        {
            var plume = new PlumeXml(sortie, dialecte);
            Entete(plume, mois, dialecte);
            plume.FermerRacine();
        }

        return flux.ToArray();
    }

    private static void Entete(PlumeXml plume, MoisDePaye mois, Dialecte dialecte)
    {
        plume.Declaration();
        plume.OuvrirRacine("DocumentPaye");
        plume.Feuille("IdVer", dialecte.IdVer);
        plume.Feuille("Annee", mois.Annee.ToString("0000", CultureInfo.InvariantCulture));
        plume.Feuille("Mois", mois.Mois.ToString(dialecte.MoisSurDeuxChiffres ? "00" : "0", CultureInfo.InvariantCulture));
        plume.Feuille("Train", mois.Train);
        if (mois.Budget is { } budget)
        {
            plume.Ouvrir("Budget");
            plume.Feuille("Libelle", mois.BudgetLibelle);
            plume.Feuille("Code", budget);
            plume.Fermer();
        }

        plume.FinDeLigne();
        plume.Ouvrir("Employeur");
        plume.Feuille("Nom", mois.Employeur.Nom);
        plume.Feuille("APE", mois.Employeur.Profil == ProfilDePaye.Hopital ? "8610Z" : "8411Z");
        Adresse(plume, mois.Employeur);
        plume.Feuille("NumUrssaf", "990000000000000001");
        plume.Feuille("Siret", mois.Employeur.Siret);
        plume.Fermer();
    }

    private static void Donnees(PlumeXml plume, MoisDePaye mois, VolumeXhl volume, Dialecte dialecte)
    {
        if (dialecte.DonneesIndivVide)
        {
            plume.Ouvrir("DonneesIndiv");
            plume.Fermer();
        }

        var bulletins = new XhlBulletinWriter(plume, dialecte);
        var coupe = dialecte.DeuxEtablissements ? volume.Bulletins.Count / 2 : volume.Bulletins.Count;
        Bloc(volume.Bulletins.Take(coupe), dialecte.EtablissementRepete, mois.Employeur.Siret);
        if (coupe < volume.Bulletins.Count)
            Bloc(volume.Bulletins.Skip(coupe), etablissement: true, AutreSiret(mois.Employeur));

        void Bloc(IEnumerable<BulletinFictif> ceux, bool etablissement, string siret)
        {
            plume.Ouvrir("DonneesIndiv");
            plume.FinDeLigne();
            if (etablissement)
                Etablissement(plume, mois.Employeur, siret);
            if (dialecte.BulletinVide)
                bulletins.Vide();
            foreach (var bulletin in ceux)
                bulletins.Ecrire(bulletin);
            plume.Fermer();
        }
    }

    /// <summary>SIRET of the second establishment: same SIREN, next NIC.</summary>
    public static string AutreSiret(EmployeurFictif employeur)
    {
        var debut = $"{employeur.Siret[..9]}0002";
        return Enumerable.Range(0, 10).Select(cle => $"{debut}{cle}").First(SiretFictif.CleValide);
    }

    private static void Etablissement(PlumeXml plume, EmployeurFictif employeur, string siret)
    {
        plume.Ouvrir("Etablissement");
        plume.Feuille("Nom", siret == employeur.Siret ? employeur.Nom : $"{employeur.Nom} - annexe");
        plume.Feuille("NumUrssaf", "990000000000000001");
        Adresse(plume, employeur);
        plume.Feuille("Siret", siret);
        plume.Fermer();
    }

    private static void Adresse(PlumeXml plume, EmployeurFictif employeur)
    {
        plume.Ouvrir("Adresse");
        plume.Feuille("TypAdr", "1");
        plume.Feuille("Adr2", employeur.Rue);
        plume.Feuille("CP", employeur.CodePostal);
        plume.Feuille("Ville", employeur.Ville);
        plume.Feuille("CodRes", "0");
        plume.Fermer(fin: false);
    }

    private static void Repartition(PlumeXml plume, VolumeXhl volume)
    {
        if (volume.Repartition is not { } lignes)
            return;
        plume.Ouvrir("RepartitionParNature");
        plume.FinDeLigne();
        foreach (var ligne in lignes)
        {
            plume.Ouvrir("Repartition");
            plume.Feuille("Libelle", ligne.Libelle);
            plume.Feuille("Code", ligne.Code);
            plume.Montant("Mt", ligne.Mt);
            plume.Fermer();
        }

        plume.Fermer();
    }
}
