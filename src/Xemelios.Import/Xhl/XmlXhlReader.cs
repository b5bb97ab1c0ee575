using Xemelios.Import.Intake;

namespace Xemelios.Import.Xhl;

/// <summary>Reads pay files with the framework's XmlReader: any form of XML, constant memory. What it refuses is refused.</summary>
public sealed class XmlXhlReader : IXhlReader
{
    public void Read(Arrivage fichier, IXhlVisitor visitor, CancellationToken annulation)
    {
        using var curseur = new CurseurXmlReader(fichier, annulation);
        var assemblage = new AssemblageDuDocument(visitor);
        var parties = new LotDeParties(visitor.NouveauLot(), assemblage);
        new LectureDeDocument(curseur, parties, () => ChercherLEnTete(fichier, annulation)).Lire();
        parties.Livrer(assemblage);
        assemblage.Conclure(curseur.CaracteresRemplaces);
    }

    /// <summary>Reads the whole file for its header alone.</summary>
    private static LecteurDEnTete? ChercherLEnTete(Arrivage fichier, CancellationToken annulation)
    {
        using var curseur = new CurseurXmlReader(fichier, annulation);
        var enTete = new LecteurDEnTete(curseur, new LecteurDeValeurs(curseur, _ => { }));
        curseur.AllerALaRacine();
        while (curseur.EnfantSuivant(0))
            enTete.LireUnEnfant();
        return enTete.ATrouve ? enTete : null;
    }
}
